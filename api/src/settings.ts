import { isIP } from 'node:net';
import { z } from 'zod';
import { LANGUAGES } from './locales.js';

/** `1d2h30m10s` in this order, decimals allowed, at least one part → seconds. */
export function parseDuration(text: string): number {
  const match = /^(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(
    text.trim(),
  );
  const [days, hours, minutes, seconds] = (match?.slice(1) ?? []).map((part) => Number(part ?? 0));
  const total = (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  if (!match || total <= 0) throw new Error(`"${text}" is not a duration: write for example 2h, 1h30m or 7d`);
  return total;
}

const duration = z.string().transform((text, context) => {
  try {
    return parseDuration(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** Every environment variable, by its name. Names starting with TM_ or OSM_ are those of the original. */
const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** Where the server listens. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where the private database cluster and its password are kept when DATABASE_URL is not set. */
  DATA_DIR: z.string().default('.data'),
  /** PostgreSQL >= 14 with PostGIS >= 3.3; without it the program starts a private cluster under DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The original's way to name the database. */
  POSTGRES_ENDPOINT: z.string().optional(),
  POSTGRES_PORT: z.coerce.number().int().default(5432),
  POSTGRES_USER: z.string().default('taskgrid'),
  POSTGRES_PASSWORD: z.string().default(''),
  POSTGRES_DB: z.string().default('taskgrid'),
  DB_MAX_CONNECTIONS: count(8),
  /** Redis 6 or newer, for what several instances share beside the database. Unset: they do without. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Proxies in front of the program, whose X-Forwarded-… are believed; 1 in production, 0 otherwise. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).optional(),
  /** What a session or an API key may ask for in a minute, in points of cost; 0 has no bound. */
  RATE_LIMIT: z.coerce.number().int().min(0).default(600_000),
  /** The same for visitors, by their address. */
  RATE_LIMIT_VISITORS: z.coerce.number().int().min(0).default(600_000),
  /** Address under which people reach this instance. */
  TM_APP_BASE_URL: address.optional(),
  TM_ORG_NAME: z.string().default('Taskgrid'),
  /** Pages that may call /api/v2 with credentials, comma-separated origins; unset: any page may, without them. */
  EXTRA_CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim().replace(/\/+$/, ''))
        .filter((origin) => origin && origin !== '*'),
    )
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin)),
      'must be origins such as https://tasks.example, separated by commas',
    ),
  /** Prefix of new projects' changeset comments: `{this}-{project}`. */
  TM_DEFAULT_CHANGESET_COMMENT: z.string().default('#taskgrid-project'),
  /** The OAuth 2.0 application at OSM_SERVER_URL. Unset: see the stand-in. */
  TM_CLIENT_ID: z.string().min(1).optional(),
  TM_CLIENT_SECRET: z.string().optional(),
  /** Where OpenStreetMap sends people back, as registered there; TM_APP_BASE_URL/sign-in/callback when unset. */
  TM_REDIRECT_URI: address
    .refine((url) => new URL(url).pathname !== '/', 'needs a path, such as https://tasks.example/sign-in/callback')
    .optional(),
  TM_SCOPE: z.string().default('read_prefs write_api'),
  OSM_SERVER_URL: address.default('https://www.openstreetmap.org'),
  OSM_SERVER_API_URL: address.optional(),
  /** OSM ids that hold the role ADMIN from their first sign-in, comma-separated. */
  TM_ADMIN_OSM_IDS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean)
        .map(Number),
    )
    .refine((ids) => ids.every((id) => Number.isInteger(id) && id > 0), 'must be OSM user ids, separated by commas'),
  /** How long a task stays with who took it. */
  TM_TASK_AUTOUNLOCK_AFTER: duration.default(7200),
  /** How long a sign-in lasts. */
  TM_SESSION_LIFETIME: duration.default(7 * 86_400),
  TM_MAX_AOI_AREA: z.coerce.number().positive().default(5000), // km2
  TM_MAX_TASKS: count(50_000),
  TM_IMPORT_MAX_FILESIZE: count(1_000_000), // bytes
  /** Signs the links in mails. */
  TM_SECRET: z.string().optional(),
  /** The mail server. Unset: no mail is sent. */
  TM_SMTP_HOST: z.string().optional(),
  TM_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  TM_SMTP_USER: z.string().optional(),
  TM_SMTP_PASSWORD: z.string().default(''),
  /** STARTTLS is required; false: used where the server offers it. */
  TM_SMTP_USE_TLS: z.stringbool('must be true or false').default(true),
  /** TLS from the first byte on, as on port 465. */
  TM_SMTP_USE_SSL: z.stringbool('must be true or false').default(false),
  TM_EMAIL_FROM_ADDRESS: z.email().optional(),
  /** How long notifications are gathered into one mail. */
  TM_MAIL_DELAY: duration.default(60),
  /** Whether those who worked on a project are mailed that it is half done, and done. */
  TM_SEND_PROJECT_EMAIL_UPDATES: z.stringbool('must be true or false').default(true),
  /** Names of the databases for trying out that projects may be made for, comma-separated; edits there never reach OSM. */
  TM_SANDBOX_DB: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .refine(
      (names) => names.every((name) => /^[\w-]{1,50}$/.test(name) && name !== 'OSM'),
      'must be names of letters, digits, - and _, separated by commas; none of them OSM',
    ),
  /** Website of a sandbox, with {database} in place of its name. Needed when TM_SANDBOX_DB names any. */
  SANDBOX_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Where people get an access token for a sandbox, as the original's service gives it. Unset: iD opens on its own site. */
  SANDBOX_AUTH_URL: address.optional(),
  ID_EDITOR_URL: address.default('https://www.openstreetmap.org/edit'),
  RAPID_EDITOR_URL: address.default('https://rapideditor.org/edit'),
  /** ohsome Now, which counts edits in OpenStreetMap; asked where its address or a token for it is set. */
  OHSOME_STATS_API_URL: address.optional(),
  OHSOME_STATS_TOKEN: z.string().optional(),
  /** What it counts. Badges can ask for these. */
  OHSOME_STATS_TOPICS: z
    .string()
    .regex(/^[a-z_]+(,[a-z_]+)*$/, 'are words, separated by commas')
    .default('highway,waterway,building,poi'),
  /** Where what people write to the administrators is mailed. Unset: they cannot. */
  TM_EMAIL_CONTACT_ADDRESS: z.email().optional(),
  /** Languages that people may choose from: codes, and for clients of /api/v2 their own names in the same order. */
  TM_SUPPORTED_LANGUAGES_CODES: z
    .string()
    .transform((list) => list.split(',').map((code) => code.trim()))
    .optional(),
  TM_SUPPORTED_LANGUAGES: z
    .string()
    .transform((list) => list.split(',').map((name) => name.trim()))
    .optional(),
  /** Changesets that clients of /api/v2 say the levels need; what counts are the badges of a level. */
  TM_MAPPER_LEVEL_INTERMEDIATE: count(250),
  TM_MAPPER_LEVEL_ADVANCED: count(500),
  /** A service that takes uploaded pictures, as the original uses it, and its key. */
  TM_IMAGE_UPLOAD_API_URL: address.optional(),
  TM_IMAGE_UPLOAD_API_KEY: z.string().optional(),
  /** A bucket for uploaded pictures: endpoint of an S3-compatible store. Neither is set: they are kept under DATA_DIR. */
  IMAGE_S3_ENDPOINT: address.optional(),
  IMAGE_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is no name of a bucket')
    .optional(),
  IMAGE_S3_REGION: z.string().default('us-east-1'),
  IMAGE_S3_ACCESS_KEY: z.string().optional(),
  IMAGE_S3_SECRET_KEY: z.string().optional(),
  /** Where the bucket is read; its address at the endpoint when unset. */
  IMAGE_S3_PUBLIC_URL: address.optional(),
  /** Where the newest release is said, as GitHub says it (…/releases/latest). Unset: nobody is asked. */
  RELEASES_URL: address.optional(),
  /** Where MapSwipe answers what partners' groups swiped, the whole address with the slash at its end; off: it is not asked. */
  MAPSWIPE_API_URL: z
    .union([z.literal('off'), z.url({ protocol: /^https?$/ })])
    .default('https://backend.mapswipe.org/graphql/'),
  TM_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** How mail is sent, or undefined where it is not. Throws when something is missing for it. */
function mailSettings(e: z.output<typeof environment>) {
  if (!e.TM_SMTP_HOST) return undefined;
  const { TM_APP_BASE_URL: baseUrl, TM_EMAIL_FROM_ADDRESS: from, TM_SECRET: secret } = e;
  if (!baseUrl || !from || !secret)
    throw new Error(
      'To send mail (TM_SMTP_HOST), also set TM_EMAIL_FROM_ADDRESS, TM_APP_BASE_URL for the links in mails, and TM_SECRET, a long random text that signs them.',
    );
  if (secret.length < 16 && e.NODE_ENV === 'production')
    throw new Error('TM_SECRET signs the links in mails: it must have 16 characters or more, a long random text.');
  return {
    host: e.TM_SMTP_HOST,
    port: e.TM_SMTP_PORT,
    user: e.TM_SMTP_USER,
    password: e.TM_SMTP_PASSWORD,
    startTls: e.TM_SMTP_USE_TLS,
    tls: e.TM_SMTP_USE_SSL,
    from,
    baseUrl,
    secret,
    afterSeconds: e.TM_MAIL_DELAY,
  };
}

/** Where uploaded pictures go; undefined: the folder of the program. Throws when something is missing for it. */
function imageSettings(e: z.output<typeof environment>) {
  if (e.TM_IMAGE_UPLOAD_API_URL)
    return { kind: 'service' as const, url: e.TM_IMAGE_UPLOAD_API_URL, key: e.TM_IMAGE_UPLOAD_API_KEY };
  if (!e.IMAGE_S3_ENDPOINT) return undefined;
  const { IMAGE_S3_BUCKET: bucket, IMAGE_S3_ACCESS_KEY: accessKeyId, IMAGE_S3_SECRET_KEY: secretAccessKey } = e;
  if (!bucket || !accessKeyId || !secretAccessKey)
    throw new Error(
      'To keep pictures in S3 (IMAGE_S3_ENDPOINT), also set IMAGE_S3_BUCKET, IMAGE_S3_ACCESS_KEY and IMAGE_S3_SECRET_KEY.',
    );
  const url = `${e.IMAGE_S3_ENDPOINT}/${bucket}`;
  const publicUrl = e.IMAGE_S3_PUBLIC_URL ?? url;
  return { kind: 's3' as const, url, publicUrl, region: e.IMAGE_S3_REGION, accessKeyId, secretAccessKey };
}

/** Languages as clients of v2 list them, with their own names. */
function languageSettings({
  TM_SUPPORTED_LANGUAGES_CODES: codes,
  TM_SUPPORTED_LANGUAGES: names,
}: z.output<typeof environment>) {
  if (!codes && !names) return LANGUAGES;
  if (!codes || (names && codes.length !== names.length))
    throw new Error('TM_SUPPORTED_LANGUAGES_CODES and TM_SUPPORTED_LANGUAGES must list equally many languages.');
  return codes.map((code, index) => ({ code, language: names?.[index] ?? ownName(code) }));
}

/** What the speakers of a language call it, as far as this program knows; else its code. */
function ownName(code: string): string {
  const tag = code.replaceAll('_', '-');
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? code;
  } catch {
    throw new Error(`TM_SUPPORTED_LANGUAGES_CODES: "${code}" is no code of a language.`);
  }
}

export type MailSettings = NonNullable<ReturnType<typeof mailSettings>>;

export type Settings = ReturnType<typeof readSettings>;

/** Whether a host name or address is this computer and no other. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Parses the environment once; throws one message that names every wrong variable. */
export function readSettings(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings cannot be used:\n${wrong.join('\n')}`);
  }
  const e = parsed.data;
  if (e.TM_SANDBOX_DB.length > 0 && !e.SANDBOX_URL)
    throw new Error('These settings cannot be used:\n  SANDBOX_URL: TM_SANDBOX_DB names sandboxes; say where they are');
  const databaseUrl =
    e.DATABASE_URL ??
    (e.POSTGRES_ENDPOINT &&
      `postgresql://${encodeURIComponent(e.POSTGRES_USER)}:${encodeURIComponent(e.POSTGRES_PASSWORD)}@${e.POSTGRES_ENDPOINT}:${e.POSTGRES_PORT}/${e.POSTGRES_DB}`);
  const production = e.NODE_ENV === 'production';
  // The stand-in lets anyone be anyone: only with no OSM application, outside production, on a loopback address that is
  // not said to be reached from elsewhere, through a proxy.
  const isOnlyHere = isLoopback(e.HOST) && (!e.TM_APP_BASE_URL || isLoopback(new URL(e.TM_APP_BASE_URL).hostname));
  const standIn = !e.TM_CLIENT_ID && !production && isOnlyHere;
  return {
    production,
    host: e.HOST,
    port: e.PORT,
    dataDir: e.DATA_DIR,
    databaseUrl,
    databaseConnections: e.DB_MAX_CONNECTIONS,
    redisUrl: e.REDIS_URL,
    proxies: e.TRUSTED_PROXIES ?? (production ? 1 : 0),
    rateLimit: { signedIn: e.RATE_LIMIT, visitor: e.RATE_LIMIT_VISITORS },
    baseUrl: e.TM_APP_BASE_URL,
    name: e.TM_ORG_NAME,
    corsOrigins: e.EXTRA_CORS_ORIGINS,
    defaultChangesetComment: e.TM_DEFAULT_CHANGESET_COMMENT,
    osm: {
      url: e.OSM_SERVER_URL,
      apiUrl: e.OSM_SERVER_API_URL ?? e.OSM_SERVER_URL,
      clientId: e.TM_CLIENT_ID,
      clientSecret: e.TM_CLIENT_SECRET,
      redirectUri: e.TM_REDIRECT_URI,
      scope: e.TM_SCOPE,
      standIn,
    },
    // With the stand-in and nobody named, its first person is the administrator: somebody must be able to begin.
    adminOsmIds: e.TM_ADMIN_OSM_IDS.length > 0 || !standIn ? e.TM_ADMIN_OSM_IDS : [1],
    lockSeconds: e.TM_TASK_AUTOUNLOCK_AFTER,
    sessionSeconds: e.TM_SESSION_LIFETIME,
    sandboxes: { names: e.TM_SANDBOX_DB, url: e.SANDBOX_URL, authUrl: e.SANDBOX_AUTH_URL },
    limits: { areaKm2: e.TM_MAX_AOI_AREA, tasks: e.TM_MAX_TASKS, inputBytes: e.TM_IMPORT_MAX_FILESIZE },
    mail: mailSettings(e),
    progressMails: e.TM_SEND_PROJECT_EMAIL_UPDATES,
    contactAddress: e.TM_EMAIL_CONTACT_ADDRESS,
    images: imageSettings(e),
    languages: languageSettings(e),
    chosenLanguages: e.TM_SUPPORTED_LANGUAGES_CODES ?? null,
    levelChangesets: { intermediate: e.TM_MAPPER_LEVEL_INTERMEDIATE, advanced: e.TM_MAPPER_LEVEL_ADVANCED },
    releasesUrl: e.RELEASES_URL,
    editors: { id: e.ID_EDITOR_URL, rapid: e.RAPID_EDITOR_URL, josm: 'http://127.0.0.1:8111' },
    ohsome: {
      url: e.OHSOME_STATS_API_URL ?? (e.OHSOME_STATS_TOKEN && 'https://stats.now.ohsome.org/api'),
      token: e.OHSOME_STATS_TOKEN,
      topics: e.OHSOME_STATS_TOPICS,
    },
    mapswipeUrl: e.MAPSWIPE_API_URL === 'off' ? undefined : e.MAPSWIPE_API_URL,
    logLevel: e.TM_LOG_LEVEL,
  };
}
