/**
 * Whether a query that Pothos made for Prisma asks for whole rows of one table alone, which `rowsBy` reads with less work; it does not
 * where fields lead to other tables.
 */
export const isWhole = (query: object): boolean => Object.keys(query).length === 0;
