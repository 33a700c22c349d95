import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { phoneOfCode } from '../account/sms-code.route.ts'
import { typedCode } from '../account/typed-code.route.ts'
import { typedLastFour } from '../account/typed-last-four.route.ts'
import { appShown } from './apps/app-view.ts'
import { nameFindingCodes } from './naming/name-finding.ts'
import { typedAppName } from './typed-app-name.route.ts'

export const renameAppRoute = route({
  fn: 'certification-rename',
  caller: 'session',
  method: 'POST',
  name: 'renameApp',
  path: '/v1/apps/{id}/renames',
  summary:
    'Rename an app, twice in a calendar year: from exactly the name that it has, with a code sent to your number and, where you are verified, the last four of your ID number. The name before is kept from others for a while',
  bodyLimit: 4096,
  body: z.strictObject({
    from: z.string(),
    name: typedAppName,
    phone: phoneOfCode,
    smsCode: typedCode,
    idLastFour: z.optional(typedLastFour),
  }),
  answers: { 201: appShown },
  problems: [
    ...([
      'unauthenticated',
      'banned',
      'not_found',
      'app_in_application',
      'app_certified',
      'app_names_changed',
    ] as const),
    ...([
      'app_renames_used',
      ...nameFindingCodes,
      'invalid_phone',
      'invalid_sms_code',
      'invalid_id_last_four',
    ] as const),
    ...([
      'sms_code_wrong',
      'sms_code_spent',
      'own_phone_missing',
      'phone_not_own',
      'step_up_last_four_required',
    ] as const),
    ...(['id_last_four_wrong', 'id_last_four_too_often', 'too_often', 'contended'] as const),
  ],
})
