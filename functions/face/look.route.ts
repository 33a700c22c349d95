import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { faceCheckShown } from './view.ts'

export const followFaceCheckRoute = route({
  fn: 'face-look',
  method: 'POST',
  name: 'lookAtFaceCheck',
  path: '/v1/face-checks/{id}/look',
  caller: 'session_or_platform',
  summary:
    "Ask the vendor now what became of a confirmation by face, when the person says that it is done; otherwise it is asked by and by. What a browser brings from the vendor's page is worth nothing",
  query: z.strictObject(ofUser),
  answers: { 200: faceCheckShown },
  problems: [...ofUserProblems, 'not_found'],
})
