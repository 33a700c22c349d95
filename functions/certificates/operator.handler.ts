import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { showCertificateDetail } from './desk/desk-view.ts'
import { listCertificates } from './desk/list-certificates.ts'
import { type ReadCertificate, readAgain, readCertificate } from './desk/read-certificate.ts'
import { listCertificatesRoute, moveCertificateRoute, operatorCertificateRoute } from './operator.route.ts'

const settings = deployed(messagingSettings, operatorSettings)
const told = notices(ids, settings.keeping)
const deps = { table: announcingTable('TABLE'), clock, ids, told, settings, publicUrl: env('PUBLIC_URL') }

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

const shown = ({ of, reports }: ReadCertificate) => showCertificateDetail(of, reports)

export const handler = serve(
  on(listCertificatesRoute, async ({ query }) => answered(200, await listCertificates(deps, query))),
  on(operatorCertificateRoute, async ({ params: { id = '' } }) =>
    answered(200, await readCertificate(deps, id), shown),
  ),
  on(moveCertificateRoute, async ({ params: { id = '' }, body }, by) => {
    const { decideMove } = await import('./desk/decide-move.ts')
    const moved = await decideMove(deps, by, { id, ...body })
    return moved.ok ? answered(200, ok(await readAgain(deps, moved.value)), shown) : moved
  }),
)
