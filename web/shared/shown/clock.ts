import type { Millis } from '../../../shared/kernel/time.ts'

/**
 * The service's clock as this device knows it. Devices are wrong by minutes, and the sandbox's clock can be moved: what an answer's
 * `Date` header says counts. Whole seconds, as that header has it.
 */
export type ServiceClock = { now(): Millis; heard(date: string | null): void }

const TOLERATED: Millis = 2000

/** A clock that follows what is heard of the service's; this device's own until then. */
export const serviceClockOf = (device: () => Millis): ServiceClock => {
  let ahead: Millis = 0
  return {
    now: () => device() + ahead,
    heard(date) {
      const at = Date.parse(date ?? '')
      const heard = at - device()
      // The header is cut to its second and was written before it came; a countdown must not jump at every answer.
      if (Math.abs(heard - ahead) > TOLERATED) ahead = heard
    },
  }
}

/** The service's clock, for all that is shown on this page. */
export const serviceClock = serviceClockOf(() => Date.now())
