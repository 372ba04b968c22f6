/** Why a sign-in did not work, for the page that says so. `cause` is for the log alone. */
export class SignInProblem extends Error {
  /** Where the person wanted to go. */
  returnTo = '/';
  constructor(
    readonly status: number,
    readonly title: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const notSetUp = () =>
  new SignInProblem(
    503,
    'Signing in is not set up yet',
    'This site is not connected to OpenStreetMap. Whoever runs it has to register it there and set TM_CLIENT_ID and TM_CLIENT_SECRET.',
  );

export const lostTrack = () =>
  new SignInProblem(
    400,
    'This sign-in cannot be finished',
    'It was begun in another browser, took more than ten minutes, or was finished before. Sign in again from here.',
  );

export const denied = () =>
  new SignInProblem(
    403,
    'You are not signed in',
    'You chose not to let this site know your OpenStreetMap name. Nothing was changed, and you can look around without it.',
  );

export const codeRefused = (cause: unknown) =>
  new SignInProblem(
    400,
    'OpenStreetMap did not confirm it was you',
    'This happens when the sign-in took too long or its page was loaded twice. Sign in again.',
    { cause },
  );

export const siteRefused = (cause: unknown) =>
  new SignInProblem(
    502,
    'OpenStreetMap does not accept this site',
    'Its registration there seems to be wrong. Please tell whoever runs this site; trying again will not help until they have mended it.',
    { cause },
  );

export const osmAway = (cause: unknown) =>
  new SignInProblem(
    502,
    'OpenStreetMap could not be reached',
    'It did not answer as expected. Wait a minute, then sign in again; your work here is safe.',
    { cause },
  );

export const osmSlow = (cause: unknown) =>
  new SignInProblem(
    504,
    'OpenStreetMap takes too long',
    'It did not answer within ten seconds. Wait a minute, then sign in again; your work here is safe.',
    { cause },
  );
