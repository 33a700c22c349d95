import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { appealCertificateRoute } from './appeal.route.ts'
import { appealCertificate } from './appealing/appeal-certificate.ts'
import { appealKind } from './appealing/kind.ts'
import { certificateSettings } from './settings.ts'

const settings = deployed(certificateSettings, messagingSettings)
const kind = appealKind(settings)
const told = notices(ids, settings.keeping)
const base = { table: tableNamed('TABLE'), clock, ids, settings }

/** Loaded where one is in the way. */
const endInTheWay = async (name: string) => {
  const { endInTheWay: end } = await import('../review/following/end-silence.ts')
  return end({ ...base, kinds: { [kind.kind]: kind }, told, publicUrl: env('PUBLIC_URL') }, name)
}

const on = answering(bySession(base))

export const handler = serve(
  on(appealCertificateRoute, async ({ params: { id = '' }, body, headers }, { accountId }) => {
    const appealing = { appId: id, words: body.words, language: languageWanted(headers['accept-language']) }
    return answered(201, await appealCertificate({ ...base, endInTheWay }, accountId, appealing), (review) => ({
      review,
    }))
  }),
)
