import type { Millis } from '../../../shared/kernel/time.ts'
import type { Endpoint } from './endpoint.ts'

/** An endpoint of which nothing is known that its deliveries found out. */
export const cleared = ({ failingSince: _failing, slowedUntil: _slowed, ...rest }: Endpoint): Endpoint => rest

/** Whether what it answered has disabled it, and nobody's word. */
export const isDisabledByItself = ({ disabled }: Endpoint): boolean =>
  disabled !== undefined && (disabled.because === 'gone' || disabled.because === 'failing')

/** An endpoint as it is switched; itself where it stands so already, or nothing is said of it. */
export const switched = (
  before: Endpoint,
  enabled: boolean | undefined,
  by: 'platform' | 'operator',
  now: Millis,
): Endpoint => {
  if (enabled === undefined || enabled === (before.disabled === undefined)) return before
  if (!enabled) return { ...before, disabled: { because: by, at: now } }
  const { disabled: _disabled, ...rest } = cleared(before)
  return rest
}
