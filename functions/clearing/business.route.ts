import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { externalId } from '../account/external-id.route.ts'
import { freeText } from '../person/free-text.route.ts'
import { bindingShown, businessShown } from './businesses/business-view.ts'

const platform = { fn: 'clearing-business', caller: 'platform' } as const

const PATH = '/v1/businesses'
const ONE = `${PATH}/{code}` as const
const BINDING = `${ONE}/bindings/{externalId}` as const

/** Code points: a line on a phone. */
const name = freeText(40)

const named = ['unauthenticated', 'invalid_business_code', 'invalid_external_id'] as const

export const keepBusinessRoute = route({
  ...platform,
  method: 'PUT',
  name: 'keepBusiness',
  path: ONE,
  summary:
    'Register a business that relies on who users are, or change it: what users read, and where it is asked about clearing. Its bindings stay',
  bodyLimit: 8192,
  body: z.strictObject({
    names: z.strictObject({ zh: name, en: name }),
    callback: z.string('business_address_refused'),
    page: z.optional(z.string('business_address_refused')),
  }),
  answers: { 200: businessShown },
  problems: [
    'unauthenticated',
    'invalid_business_code',
    'business_address_refused',
    'id_number_in_text',
    'business_limit_reached',
    'contended',
  ],
})

export const getBusinessRoute = route({
  ...platform,
  method: 'GET',
  name: 'getBusiness',
  path: ONE,
  summary: 'One business of the platform',
  answers: { 200: businessShown },
  problems: ['unauthenticated', 'not_found'],
})

export const listBusinessesRoute = route({
  ...platform,
  method: 'GET',
  name: 'listBusinesses',
  path: PATH,
  summary: 'All businesses of the platform, in the order of their codes',
  answers: { 200: z.strictObject({ businesses: z.array(businessShown) }) },
  problems: ['unauthenticated'],
})

export const deleteBusinessRoute = route({
  ...platform,
  method: 'DELETE',
  name: 'deleteBusiness',
  path: ONE,
  summary: 'Take a business away: no binding of it counts any more, also if the same code is registered later',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found'],
})

export const keepBindingRoute = route({
  ...platform,
  method: 'PUT',
  name: 'bindBusiness',
  path: BINDING,
  summary:
    'The business relies on who this user of the platform is; again it changes nothing. Where the identity was cleared since, it is bound anew',
  answers: { 200: bindingShown },
  problems: [...named, 'not_found', 'binding_needs_identity', 'contended'],
})

export const getBindingRoute = route({
  ...platform,
  method: 'GET',
  name: 'getBusinessBinding',
  path: BINDING,
  summary: 'Whether the business is bound to this user, since when, and whether that counts still',
  answers: { 200: bindingShown },
  problems: [...named, 'not_found'],
})

export const deleteBindingRoute = route({
  ...platform,
  method: 'DELETE',
  name: 'unbindBusiness',
  path: BINDING,
  summary: 'The business relies on this user no more; a second time there is nothing to do',
  answers: { 204: null },
  problems: [...named, 'contended'],
})

export const listBindingsRoute = route({
  ...platform,
  method: 'GET',
  name: 'listBusinessBindings',
  path: '/v1/business-bindings',
  summary: 'Every business that this user of the platform is bound to',
  query: z.strictObject({ externalId }),
  answers: { 200: z.strictObject({ bindings: z.array(bindingShown) }) },
  problems: ['unauthenticated', 'invalid_external_id'],
})

export const businessRoutes = [
  keepBusinessRoute,
  getBusinessRoute,
  listBusinessesRoute,
  deleteBusinessRoute,
  keepBindingRoute,
  getBindingRoute,
  deleteBindingRoute,
  listBindingsRoute,
] as const
