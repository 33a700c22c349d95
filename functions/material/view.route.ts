import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { revealReasons } from '../audit/reading.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { materialKinds } from './material.ts'

export const viewPictureRoute = route({
  fn: 'material-view',
  caller: 'operator',
  right: 'see_pictures',
  method: 'POST',
  name: 'viewPicture',
  path: '/v1/operator/materials/{id}/views',
  summary: 'Look at one picture that somebody uploaded, with a reason; who looked at which and why is on record first',
  bodyLimit: 4096,
  body: z.strictObject({
    reason: z.enum(revealReasons),
    words: z.optional(deedText(500)),
  }),
  answers: {
    200: z.strictObject({
      id: z.string(),
      kind: z.enum(materialKinds),
      type: z.literal('image/jpeg'),
      /** Its bytes in base64. */
      data: z.string(),
    }),
  },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'material_gone', 'too_often'],
})
