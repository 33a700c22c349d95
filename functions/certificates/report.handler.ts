import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { serve } from '../serve.ts'
import { reportCertificateRoute } from './report.route.ts'
import { takeReport } from './reporting/take-report.ts'
import { certificateSettings } from './settings.ts'

const settings = deployed(certificateSettings, frontSettings)
const deps = { table: tableNamed('TABLE'), clock, ids, settings }

const on = answering()

export const handler = serve(
  on(reportCertificateRoute, async (request) => {
    const { params, body } = request
    const sourceIp = sourceAddress(request, settings.proxies)
    return answered(202, await takeReport(deps, { id: params.id ?? '', ...body, sourceIp }), () => ({}))
  }),
)
