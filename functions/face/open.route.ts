import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { faceCheckShown } from './view.ts'

/** How whoever needs a confirmation names what is to be confirmed. */
const ACTION = /^[a-z0-9][a-z0-9_:.-]{0,63}$/

export const openFaceCheckRoute = route({
  fn: 'face-open',
  method: 'POST',
  name: 'openFaceCheck',
  path: '/v1/face-checks',
  caller: 'session',
  summary:
    'Begin a confirmation by face that whoever is signed in is the person the account is verified as; answers the page of the vendor to go to, and the same one while it is open. Free of charge, and never the only way',
  bodyLimit: 1024,
  body: z.strictObject({
    action: z.optional(
      z.string().check(
        shaped((text) => ACTION.test(text), {
          minLength: 1,
          maxLength: 64,
          examples: ['certification:rename', 'clear'],
        }),
      ),
    ),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: { 201: faceCheckShown },
  problems: [
    'unauthenticated',
    'consent_required',
    'consent_outdated',
    'face_not_offered',
    'face_needs_verification',
    'face_check_open',
    'too_many_face_checks',
    'face_not_possible',
    'face_unavailable',
    'banned',
    'contended',
  ],
})
