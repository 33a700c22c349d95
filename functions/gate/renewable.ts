import type { Millis } from '../../shared/kernel/time.ts'
import type { GateSettings } from './settings.ts'

/** How old evidence may be before some feature takes it no more, so that it may be proven anew (ms); undefined where none says so. */
export const renewableAfter = ({ gate }: Pick<GateSettings, 'gate'>): Millis | undefined => {
  const { sendMaxAgeMs, rechargeMaxAgeMs, transferMaxAgeMs, certifyMaxAgeMs } = gate
  const ages = [sendMaxAgeMs, rechargeMaxAgeMs, transferMaxAgeMs, certifyMaxAgeMs].filter((age) => age > 0)
  return ages.length > 0 ? Math.min(...ages) : undefined
}
