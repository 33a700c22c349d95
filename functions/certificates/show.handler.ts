import { answering } from '../../shared/http/callers.ts'
import type { Request } from '../../shared/http/request.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { HOUR, MINUTE } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { serve } from '../serve.ts'
import { certificateSettings } from './settings.ts'
import { getCertificateBadgeRoute, getCertificateKeysRoute, getCertificateRoute } from './show.route.ts'
import { answerAnyone, answerPicture } from './showing/answer-anyone.ts'
import { askCertificate } from './showing/ask-certificate.ts'
import { badgeOf } from './showing/badge.ts'
import { showStatement } from './showing/statement-view.ts'

const settings = deployed(frontSettings, certificateSettings)
const deps = { table: tableNamed('TABLE'), clock, settings }

/** With KMS, which no badge needs. */
const opened = atFirstUse(async () => {
  const { statementSigner } = await import('./showing/sign-statement.ts')
  const { certificateKeys } = await import('../../shared/runtime/certificate-signer.ts')
  return statementSigner(certificateKeys)
})

const asked = (request: Parameters<typeof sourceAddress>[0] & Pick<Request, 'params'>) =>
  askCertificate(deps, { typed: request.params.id ?? '', sourceIp: sourceAddress(request, settings.proxies) })

const on = answering()

export const handler = serve(
  on(getCertificateRoute, async (request) => {
    const found = await asked(request)
    if (!found.ok) return found
    const now = clock.now()
    const { statement, life } = await (await opened()).sign(showStatement(found.value, now), now)
    return ok(answerAnyone(statement, life))
  }),
  on(getCertificateBadgeRoute, async (request) => {
    const found = await asked(request)
    return found.ok ? ok(answerPicture(badgeOf(found.value, request.query.lang ?? 'zh'), MINUTE)) : found
  }),
  on(getCertificateKeysRoute, async () => ok(answerAnyone({ keys: await (await opened()).keys() }, HOUR))),
)
