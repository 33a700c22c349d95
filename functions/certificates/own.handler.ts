import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { getOwnCertificateRoute } from './own.route.ts'
import { findOwnCertificate } from './owning/find-own-certificate.ts'
import { showOwn } from './owning/own-view.ts'
import { certificateSettings } from './settings.ts'

const settings = deployed(certificateSettings)
const deps = { table: tableNamed('TABLE'), clock }

const on = answering(bySession(deps))

export const handler = serve(
  on(getOwnCertificateRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await findOwnCertificate(deps, accountId, id), (of) => showOwn(of, settings, clock.now())),
  ),
)
