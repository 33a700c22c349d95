import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'

/** An app of a user, with the names that it had. */
export type App = Answer<'GET /v1/apps/{id}'>

/** What was found in a name, and whether an app may have it. */
export type AppNameCheck = Answer<'POST /v1/name-checks'>

/** Apps of a signed-in user. */
export const userApps = (ask: Ask) => ({
  /** The apps they administer, the newest first, and the rules that hold for names. */
  list: (options: CallOptions = {}): Promise<Answer<'GET /v1/apps'>> => ask('GET /v1/apps', options),
  /** One app. */
  get: (id: string, options: CallOptions = {}): Promise<App> =>
    ask('GET /v1/apps/{id}', { params: { id }, ...options }),
  /** Its icon, a JPEG in base64. */
  icon: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/apps/{id}/icon'>> =>
    ask('GET /v1/apps/{id}/icon', { params: { id }, ...options }),
  /** Creates an app under a name that no other has. */
  create: (body: Body<'POST /v1/apps'>, options: CallOptions = {}): Promise<App> =>
    ask('POST /v1/apps', { body, ...options }),
  /** Changes what is said of it, apart from its name: what is left out stays, null takes it away. */
  edit: (id: string, body: Body<'PATCH /v1/apps/{id}'>, options: CallOptions = {}): Promise<App> =>
    ask('PATCH /v1/apps/{id}', { params: { id }, body, ...options }),
  /** Removes it; its name is kept from others for a while. */
  remove: (id: string, options: CallOptions = {}): Promise<undefined> =>
    ask('DELETE /v1/apps/{id}', { params: { id }, ...options }),
  /** Gives it another name, from exactly the one it has, with what `stepTerms` says. A change with a `review` waits for a person. */
  rename: (
    id: string,
    body: Body<'POST /v1/apps/{id}/renames'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/apps/{id}/renames'>> =>
    ask('POST /v1/apps/{id}/renames', { params: { id }, body, ...options }),
  /** Has somebody else administer it: answers a link, once, by which whoever opens it in their own account can take it on. */
  handOver: (
    id: string,
    body: Body<'POST /v1/apps/{id}/administrator'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/apps/{id}/administrator'>> =>
    ask('POST /v1/apps/{id}/administrator', { params: { id }, body, ...options }),
  /** Keeps it after all: the link opens nothing any more. */
  keep: (id: string, options: CallOptions = {}): Promise<undefined> =>
    ask('DELETE /v1/apps/{id}/administrator', { params: { id }, ...options }),
  /** Which app the code of a link hands over; nothing happens yet. */
  lookAtHandover: (code: string, options: CallOptions = {}): Promise<Answer<'POST /v1/app-handovers/looks'>> =>
    ask('POST /v1/app-handovers/looks', { body: { code }, ...options }),
  /** Takes an app on, with what `stepTerms` says. A change with a `review` waits for a person. */
  take: (body: Body<'POST /v1/app-handovers'>, options: CallOptions = {}): Promise<Answer<'POST /v1/app-handovers'>> =>
    ask('POST /v1/app-handovers', { body, ...options }),
  /** What renaming an app, handing it over or taking one on takes beside a code, before anything is typed. */
  stepTerms: (
    body: Body<'POST /v1/app-steps/looks'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/app-steps/looks'>> => ask('POST /v1/app-steps/looks', { body, ...options }),
  /** Everything about a name before it is asked for: what is wrong with it, where, and what would be right. Costs nothing and holds nothing. */
  checkName: (body: Body<'POST /v1/name-checks'>, options: CallOptions = {}): Promise<AppNameCheck> =>
    ask('POST /v1/name-checks', { body, ...options }),
})
