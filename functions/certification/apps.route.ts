import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { freeText } from '../person/free-text.route.ts'
import { appShown, platformIdShown } from './apps/app-view.ts'
import { nameFindingCodes } from './naming/name-finding.ts'
import { appKinds, platforms } from './platforms/platform-ids.ts'
import { typedAppName } from './typed-app-name.route.ts'

const at = { fn: 'certification-apps', caller: 'session' } as const

const PATH = '/v1/apps'
const ONE = `${PATH}/{id}` as const

/** Code points. */
const LONGEST_DESCRIPTION = 500

const description = freeText(LONGEST_DESCRIPTION)
const platformIds = z.array(platformIdShown).check(z.maxLength(platforms.length))

const platformProblems = ['app_platform_kind', 'app_platform_twice', 'app_platform_id'] as const

export const createAppRoute = route({
  ...at,
  method: 'POST',
  name: 'createApp',
  path: PATH,
  summary:
    'Create an app under a name that no other has; everything that is wrong with the name is told at once. Costs nothing, and certifies nothing',
  bodyLimit: 16 * 1024,
  body: z.strictObject({
    kind: z.enum(appKinds),
    name: typedAppName,
    description: z.optional(description),
    icon: z.optional(z.string()),
    platformIds: z.optional(platformIds),
  }),
  answers: { 201: appShown },
  problems: [
    ...(['unauthenticated', 'banned', 'id_number_in_text', ...nameFindingCodes, ...platformProblems] as const),
    ...(['material_unusable', 'app_limit_reached', 'too_often', 'contended'] as const),
  ],
})

export const listAppsRoute = route({
  ...at,
  method: 'GET',
  name: 'listApps',
  path: PATH,
  summary: 'The apps that the account administers, the newest first, and the rules that hold for their names',
  answers: {
    200: z.strictObject({
      apps: z.array(appShown),
      /** How many there may be. */
      most: z.int(),
      /** How long names may be, in display units, and how long (ms) one is kept from others after its app goes by another. */
      names: z.strictObject({ leastUnits: z.int(), mostUnits: z.int(), heldMs: z.int() }),
      renamesPerYear: z.int(),
    }),
  },
  problems: ['unauthenticated'],
})

export const getAppRoute = route({
  ...at,
  method: 'GET',
  name: 'getApp',
  path: ONE,
  summary: 'One app of the account, with the names that it had',
  answers: { 200: appShown },
  problems: ['unauthenticated', 'not_found'],
})

export const editAppRoute = route({
  ...at,
  method: 'PATCH',
  name: 'editApp',
  path: ONE,
  summary: 'Change what is said of an app, apart from its name: what is left out stays, and null takes it away',
  bodyLimit: 16 * 1024,
  body: z.strictObject({
    description: z.optional(z.nullable(description)),
    icon: z.optional(z.nullable(z.string())),
    platformIds: z.optional(platformIds),
  }),
  answers: { 200: appShown },
  problems: [
    ...(['unauthenticated', 'not_found', 'app_in_application', 'id_number_in_text', ...platformProblems] as const),
    ...(['material_unusable', 'too_often', 'contended'] as const),
  ],
})

export const deleteAppRoute = route({
  ...at,
  method: 'DELETE',
  name: 'deleteApp',
  path: ONE,
  summary:
    'Remove an app; its name is kept from others for as long as the app had it, but not for good, so that nobody passes for it',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found', 'app_in_application', 'app_certified', 'too_often', 'contended'],
})

export const appRoutes = [createAppRoute, listAppsRoute, getAppRoute, editAppRoute, deleteAppRoute] as const
