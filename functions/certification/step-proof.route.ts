import * as z from 'zod/mini'
import { phoneOfCode } from '../account/sms-code.route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { typedLastFour } from '../account/typed-last-four.route.ts'

const id = z.optional(z.string().check(z.maxLength(32)))

/** What proves a sensitive step: the code to the own number, and of whoever is verified the last four, and a confirmation by face or a picture. */
export const stepProof = {
  phone: phoneOfCode,
  smsCode: typedCode,
  idLastFour: z.optional(typedLastFour),
  face: id,
  picture: id,
}

export const stepProofProblems = [
  ...(['invalid_phone', 'invalid_sms_code', 'invalid_id_last_four', 'sms_code_wrong', 'sms_code_spent'] as const),
  ...(['own_phone_missing', 'phone_not_own', 'step_up_last_four_required', 'id_last_four_wrong'] as const),
  ...(['id_last_four_too_often', 'presence_required', 'step_needs_verification', 'confirmation_face_unfit'] as const),
  ...(['material_unusable', 'app_step_open', 'too_often', 'contended'] as const),
] as const
