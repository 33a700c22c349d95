import { answering } from '../../shared/http/callers.ts'
import { asset, jsonAsset } from '../../shared/runtime/assets.ts'
import { filesOf } from '../front/answer-file.ts'
import { serve } from '../serve.ts'
import { answerPhoneFile } from './answer-page.ts'
import { phoneFileRoute } from './pages.route.ts'

const file = filesOf(jsonAsset('hashes.json'), asset)

const on = answering()

export const handler = serve(
  on(phoneFileRoute, ({ params, headers }) => answerPhoneFile(file, String(params.file), headers)),
)
