import { answering } from '../../shared/http/callers.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { answerEntry, answerOpening, answerRedemption, answerStanding } from './scan/answer-desktop.ts'
import { scanSettings } from './scan/settings.ts'
import { enterByScanRoute, openScanRoute, readScanRoute, redeemScanRoute } from './scan.route.ts'
import { bySession } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'

const settings = deployed(frontSettings, accountSettings, scanSettings)
const deps = { table: tableNamed('TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL') }

const on = answering(bySession(deps))

export const handler = serve(
  on(openScanRoute, (request, { who }) => answerOpening(deps, request, who)),
  on(readScanRoute, (request) => answerStanding(deps, request)),
  on(redeemScanRoute, (request) => answerRedemption(deps, request)),
  on(enterByScanRoute, (request) => answerEntry(deps, request)),
)
