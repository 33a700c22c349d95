import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { operatorShown } from './operator-view.ts'
import { personRoles } from './rights.ts'
import { operatorName } from './sign-in.route.ts'

const admins = { fn: 'operators-manage', caller: 'operator', right: 'manage_operators', bodyLimit: 4096 } as const

const reason = deedText(500)

/** Somebody who was invited, with the address of the link, shown only now. */
export const invitedShown = z.strictObject({ operator: operatorShown, link: z.string() })

export const listOperatorsRoute = route({
  ...admins,
  method: 'GET',
  name: 'listOperators',
  path: '/v1/operator/operators',
  summary: 'Everybody who was ever invited to the console, who first first',
  query: z.strictObject(pageQuery(100)),
  answers: { 200: pageShown({ operators: z.array(operatorShown), unreadable: z.array(z.string()) }) },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const inviteOperatorRoute = route({
  ...admins,
  method: 'POST',
  name: 'inviteOperator',
  path: '/v1/operator/operators',
  summary: 'Invites somebody under a name that nobody ever had: gives a link by which they enrol once',
  body: z.strictObject({ name: operatorName, role: z.enum(personRoles), reason }),
  answers: { 201: invitedShown },
  problems: [
    'unauthenticated',
    'invalid_operator_name',
    'operator_name_reserved',
    ...deedTextProblems,
    'operator_exists',
  ],
})

export const editOperatorRoute = route({
  ...admins,
  method: 'PUT',
  name: 'editOperator',
  path: '/v1/operator/operators/{name}',
  summary: 'Gives somebody another role, lets them in no more or again; their sessions end at once',
  body: z.strictObject({
    role: z.optional(z.enum(personRoles)),
    status: z.optional(z.enum(['active', 'disabled'])),
    reason,
  }),
  answers: { 200: operatorShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'not_found',
    'own_operator',
    'operator_not_enrolled',
    'last_admin',
    'contended',
  ],
})

export const newLinkRoute = route({
  ...admins,
  method: 'POST',
  name: 'createOperatorLink',
  path: '/v1/operator/operators/{name}/enrolment',
  summary:
    'A new link for somebody who lost a phone, a password or the link before: what they signed in with counts no more, and their sessions end at once',
  body: z.strictObject({ reason }),
  answers: { 201: invitedShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'not_found',
    'own_operator',
    'operator_disabled',
    'last_admin',
    'contended',
  ],
})
