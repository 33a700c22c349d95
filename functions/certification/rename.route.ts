import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { appShown } from './apps/app-view.ts'
import { nameFindingCodes } from './naming/name-finding.ts'
import { stepProof, stepProofProblems } from './step-proof.route.ts'
import { stepShown } from './steps/step-view.ts'
import { typedAppName } from './typed-app-name.route.ts'

export const renameAppRoute = route({
  fn: 'certification-rename',
  caller: 'session',
  method: 'POST',
  name: 'renameApp',
  path: '/v1/apps/{id}/renames',
  summary:
    'Rename an app, twice in a calendar year: from exactly the name that it has, with a code sent to your number and, where you are verified, the last four of your ID number and you in person: by face, or by a picture with your document, and then it waits for a person who looks at it (202). The name before is kept from others for a while',
  bodyLimit: 4096,
  body: z.strictObject({
    from: z.string(),
    name: typedAppName,
    ...stepProof,
  }),
  answers: { 201: appShown, 202: stepShown },
  problems: [
    ...([
      'unauthenticated',
      'banned',
      'not_found',
      'app_in_application',
      'app_certified',
      'app_names_changed',
    ] as const),
    ...(['app_renames_used', ...nameFindingCodes] as const),
    ...stepProofProblems,
  ],
})
