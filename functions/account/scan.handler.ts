import { answering } from '../../shared/http/callers.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { answerOpening, answerRedemption, answerStanding } from './scan/answer-desktop.ts'
import { scanSettings } from './scan/settings.ts'
import { openScanRoute, readScanRoute, redeemScanRoute } from './scan.route.ts'
import { accountSettings } from './settings.ts'

const settings = deployed(frontSettings, accountSettings, scanSettings)
const deps = { table: tableNamed('TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL') }

const on = answering()

export const handler = serve(
  on(openScanRoute, (request) => answerOpening(deps, request)),
  on(readScanRoute, (request) => answerStanding(deps, request)),
  on(redeemScanRoute, (request) => answerRedemption(deps, request)),
)
