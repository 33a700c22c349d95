import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { noticeShown } from '../consent/notice-view.ts'
import { occupations } from './occupations.ts'

const at = { fn: 'profile-further' } as const

export const addressTermsRoute = route({
  ...at,
  method: 'GET',
  caller: 'anyone',
  keptByLanguage: true,
  name: 'getAddressTerms',
  path: '/v1/address-terms',
  summary:
    'What to agree to before proof of an address is looked at by a person, how soon that is, and how long it counts',
  answers: { 200: z.strictObject({ answerMs: z.int(), validMs: z.int(), consent: noticeShown }) },
})

export const submitAddressRoute = route({
  ...at,
  method: 'POST',
  caller: 'session',
  name: 'submitAddress',
  path: '/v1/address-proofs',
  summary:
    'Has a person look at a picture that proves the address, which nobody has to: it raises the trust score beside the level. Answers the case that decides about it',
  bodyLimit: 1024,
  body: z.strictObject({
    picture: z.string().check(z.maxLength(32)),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: {
    201: z.strictObject({
      /** The case: GET /v1/reviews/{review} shows how it goes on. */
      review: z.string(),
    }),
  },
  problems: [
    ...['unauthenticated', 'consent_required', 'consent_outdated'],
    ...['material_unusable', 'level_too_low', 'address_open', 'too_many_addresses', 'banned', 'contended'],
  ] as const,
})

export const sayOccupationRoute = route({
  ...at,
  method: 'PUT',
  caller: 'session',
  name: 'sayOccupation',
  path: '/v1/account/occupation',
  summary:
    'What the user does, of a closed list, or null for nothing said: it raises the trust score beside the level, and nobody has to say it',
  bodyLimit: 256,
  body: z.strictObject({ occupation: z.nullable(z.enum(occupations)) }),
  answers: { 200: z.strictObject({ occupation: z.nullable(z.enum(occupations)) }) },
  problems: ['unauthenticated', 'contended'],
})
