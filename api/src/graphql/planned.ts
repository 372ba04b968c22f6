import {
  defaultFieldResolver,
  defaultTypeResolver,
  getArgumentValues,
  getDirectiveValues,
  getOperationAST,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Path = GraphQLResolveInfo['path'];
/** Where a value of the answer goes: a property of an object, or a place of a list. */
type Target = Record<string | number, unknown>;
/** Writes a value that a resolver gave into the answer; throws where it is not what the type says. */
type Write = (run: Run, value: unknown, target: Target, key: string | number, path: Path) => void;

/** A field of one type, as one place of a document asks for it. */
interface PlannedField {
  name: string;
  /** Its place among the fields with arguments, for those of a run; undefined where it takes none. */
  argsAt: number | undefined;
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
  write: Write;
}

/** What a document asks of one type, by the name that it has in the answer: a field, or the name of the type. */
type PlannedFields = { key: string; field: PlannedField | string }[];

/** Thrown where an answer is not as plain as a plan takes it to be; the usual execution then says what is wrong. */
const NOT_PLAIN = new Error('Not a plain answer.');

/** How an operation is executed, found once for all that send its document and have it leave out the same. */
class Plan {
  readonly fragments: Record<string, FragmentDefinitionNode> = {};
  readonly root: PlannedFields;
  #withArgs = 0;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    /** Variables by which `@include` and `@skip` decide. */
    readonly switches: Record<string, unknown>,
  ) {
    for (const each of document.definitions)
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.fragments[each.name.value] = each;
    this.root = this.#fields(schema.getQueryType()!, [operation.selectionSet]);
  }

  #fields(type: GraphQLObjectType, sets: SelectionSetNode[]): PlannedFields {
    const nodes = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(type, set, nodes);
    return Array.from(nodes, ([key, nodes]) => ({ key, field: this.#field(type, nodes) }));
  }

  #collect(type: GraphQLObjectType, { selections }: SelectionSetNode, into: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, this.switches)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, this.switches)?.if === false) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = into.get(name);
        if (nodes) nodes.push(selection);
        else into.set(name, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments[selection.name.value]! : selection;
      const of = fragment.typeCondition && typeFromAST(this.schema, fragment.typeCondition);
      if (!of || of === type || (isAbstractType(of) && this.schema.isSubType(of, type)))
        this.#collect(type, fragment.selectionSet, into);
    }
  }

  #field(parentType: GraphQLObjectType, nodes: FieldNode[]): PlannedField | string {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return parentType.name;
    const definition = parentType.getFields()[name]!;
    const field: PlannedField = {
      name,
      argsAt: definition.args.length > 0 ? this.#withArgs++ : undefined,
      parentType,
      definition,
      nodes,
      write: () => undefined,
    };
    field.write = this.#writer(definition.type, field);
    return field;
  }

  #writer(type: GraphQLOutputType, field: PlannedField): Write {
    if (isNonNullType(type)) {
      const write = this.#writer(type.ofType, field);
      return (run, value, target, key, path) => {
        if (value == null) throw NOT_PLAIN;
        write(run, value, target, key, path);
      };
    }
    const write = this.#writerOfValue(type, field);
    return (run, value, target, key, path) => {
      if (value == null) target[key] = null;
      else if (value instanceof Error) throw value;
      else write(run, value, target, key, path);
    };
  }

  /** For values that are neither null nor an error. */
  #writerOfValue(type: GraphQLOutputType, field: PlannedField): Write {
    if (isLeafType(type))
      return (_run, value, target, key) => {
        const written = type.serialize(value);
        if (written == null) throw NOT_PLAIN;
        target[key] = written;
      };
    if (isListType(type)) {
      const write = this.#writer(type.ofType, field);
      return (run, value, target, key, path) => {
        if (!Array.isArray(value)) throw NOT_PLAIN;
        const list = new Array<unknown>(value.length);
        target[key] = list;
        for (let at = 0; at < value.length; at++)
          run.place(write, value[at], list as unknown as Target, at, { prev: path, key: at, typename: undefined });
      };
    }
    const sets = field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isObjectType(type)) return this.#objectWriter(type, field, sets);
    if (!isAbstractType(type)) throw NOT_PLAIN;
    const writers = new Map<unknown, Write>();
    const writerOf = (name: unknown): Write => {
      const known = writers.get(name);
      if (known) return known;
      const object = typeof name === 'string' ? this.schema.getType(name) : undefined;
      if (!isObjectType(object) || !this.schema.isSubType(type, object)) throw NOT_PLAIN;
      const write = this.#objectWriter(object, field, sets);
      writers.set(name, write);
      return write;
    };
    const resolveType = type.resolveType ?? defaultTypeResolver;
    return (run, value, target, key, path) => {
      run.place(
        (_run, name) => writerOf(name)(run, value, target, key, path),
        resolveType(value, run.context, run.info(field, path), type),
        target,
        key,
        path,
      );
    };
  }

  #objectWriter(type: GraphQLObjectType, field: PlannedField, sets: SelectionSetNode[]): Write {
    let fields: PlannedFields | undefined;
    const write: Write = (run, value, target, key, path) => {
      fields ??= this.#fields(type, sets);
      const object: Target = {};
      target[key] = object;
      run.object(fields, type, value, object, path);
    };
    const { isTypeOf } = type;
    if (!isTypeOf) return write;
    const assertIs = (is: boolean) => {
      if (!is) throw NOT_PLAIN;
    };
    return (run, value, target, key, path) => {
      // What the answer waits for, its fields need not: whether the object may be seen is often read from the database, and what they
      // ask for goes with it. No part of an answer goes out before all of it was found to be plain.
      const is = isTypeOf(value, run.context, run.info(field, path));
      if (isPromise(is)) run.wait(is, assertIs);
      else assertIs(is);
      write(run, value, target, key, path);
    };
  }
}

const isPromise = <Value>(value: Value | Promise<Value>): value is Promise<Value> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** One execution of a plan. It ends with the whole answer, or at the first thing that is not plain. */
class Run {
  readonly data: Target = {};
  readonly #args: Record<string, unknown>[] = [];
  /** Values that are waited for, and one for the start. */
  #open = 1;
  #end!: { done: (result: ExecutionResult) => void; failed: (reason: unknown) => void };

  constructor(
    readonly plan: Plan,
    readonly context: unknown,
    readonly rootValue: unknown,
    readonly variables: Record<string, unknown>,
  ) {}

  result(): Promise<ExecutionResult> {
    return new Promise((done, failed) => {
      this.#end = { done, failed };
      try {
        this.object(this.plan.root, this.plan.schema.getQueryType()!, this.rootValue, this.data, undefined);
        this.#close();
      } catch (error) {
        failed(error);
      }
    });
  }

  #close(): void {
    if (--this.#open === 0) this.#end.done({ data: this.data });
  }

  info(field: PlannedField, path: Path): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.plan;
    return {
      fieldName: field.name,
      fieldNodes: field.nodes,
      returnType: field.definition.type,
      parentType: field.parentType,
      path,
      schema,
      fragments,
      rootValue: this.rootValue,
      operation,
      variableValues: this.variables,
    };
  }

  /** Writes the fields of an object. */
  object(fields: PlannedFields, type: GraphQLObjectType, source: unknown, into: Target, prev: Path | undefined): void {
    for (const { key, field } of fields) {
      if (typeof field === 'string') {
        into[key] = field;
        continue;
      }
      const path: Path = { prev, key, typename: type.name };
      const resolve = field.definition.resolve ?? defaultFieldResolver;
      this.place(
        field.write,
        resolve(source, this.#argsOf(field), this.context, this.info(field, path)),
        into,
        key,
        path,
      );
    }
  }

  /** Writes a value as soon as it is there. */
  place(write: Write, value: unknown, target: Target, key: string | number, path: Path): void {
    if (!isPromise(value)) return write(this, value, target, key, path);
    target[key] = undefined; // keeps its place among the keys
    this.wait(value, (there) => write(this, there, target, key, path));
  }

  /** The answer waits for a value, and for what is done with it. */
  wait<Value>(value: Promise<Value>, then: (value: Value) => void): void {
    this.#open++;
    value.then((there) => {
      try {
        then(there);
        this.#close();
      } catch (error) {
        this.#end.failed(error);
      }
    }, this.#end.failed);
  }

  /** The same for all objects of a list. */
  #argsOf({ argsAt, definition, nodes }: PlannedField): Record<string, unknown> {
    if (argsAt === undefined) return {};
    return (this.#args[argsAt] ??= getArgumentValues(definition, nodes[0]!, this.variables));
  }
}

/** What is known of an operation of a document: by which variables it leaves something out, and its plan for each of their values. */
interface Operation {
  node: OperationDefinitionNode;
  switches: string[];
  plans: Map<string, Plan>;
}

/** More plans than this an operation does not have: each holds memory. */
const MOST_PLANS = 8;

/** Operations by the document and their name; undefined for what has no plan. Forgotten with the document. */
const operations = new WeakMap<DocumentNode, Map<string, Operation | undefined>>();

function operationOf({ document, operationName }: ExecutionArgs): Operation | undefined {
  const known = operations.get(document) ?? new Map<string, Operation | undefined>();
  operations.set(document, known);
  const name = operationName ?? '';
  if (known.has(name)) return known.get(name);
  const node = getOperationAST(document, operationName);
  const switches = switchesOf(document);
  const operation = node && switches && { node, switches, plans: new Map<string, Plan>() };
  known.set(name, operation ?? undefined);
  return operation ?? undefined;
}

/**
 * The variables that decide what a document leaves out; undefined where it has other directives, introspection, or names that objects
 * do not keep.
 */
function switchesOf(document: DocumentNode): string[] | undefined {
  let plain = true;
  const no = () => void (plain = false);
  const switches = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: [condition] = [] }) => {
      if (name.value !== 'include' && name.value !== 'skip') no();
      if (condition?.value.kind === Kind.VARIABLE) switches.add(condition.value.name.value);
    },
    Field: ({ name, alias }) =>
      name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__' ? no() : undefined,
  });
  return plain ? [...switches] : undefined;
}

function planOf({ schema, document }: ExecutionArgs, operation: Operation, variables: Record<string, unknown>) {
  const values = operation.switches.map((name) => variables[name]);
  const key = values.join();
  let plan = operation.plans.get(key);
  if (!plan && operation.plans.size < MOST_PLANS) {
    const switches = Object.fromEntries(operation.switches.map((name, at) => [name, values[at]]));
    plan = new Plan(schema, document, operation.node, switches);
    operation.plans.set(key, plan);
  }
  return plan;
}

/**
 * Executes a query by a plan that is kept for its document: some times cheaper than to find out again for each object what is
 * asked of it. A plan knows the plain answer only. Whatever fails is executed once more by `usual`, which knows all that
 * GraphQL says about errors: a query changes nothing.
 */
export async function executePlanned(
  args: ExecutionArgs,
  usual: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const operation = operationOf(args);
  if (!operation) return usual();
  try {
    const { coerced } = getVariableValues(
      args.schema,
      operation.node.variableDefinitions ?? [],
      args.variableValues ?? {},
    );
    const plan = coerced && planOf(args, operation, coerced);
    if (!plan) return usual();
    return await new Run(plan, args.contextValue, args.rootValue, coerced).result();
  } catch {
    return usual();
  }
}
