/**
 * Replaces this thread's `Date` by one that adds the shared offset whenever the current time is asked for. Timers and
 * `performance` keep running on real time. To be called in worker threads only.
 */
export const shiftDate = (shared: SharedArrayBuffer): void => {
  const offset = new BigInt64Array(shared)
  const RealDate = Date
  const realNow = RealDate.now
  const now = (): number => realNow() + Number(Atomics.load(offset, 0))
  // A function and not a subclass: Date may be called without `new`, and dates made by Node itself must stay instances.
  function ShiftedDate(...parts: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(now()).toString()
    return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target)
  }
  Object.setPrototypeOf(ShiftedDate, RealDate)
  Object.defineProperty(ShiftedDate, 'name', { value: 'Date' })
  Object.defineProperty(ShiftedDate, 'length', { value: RealDate.length })
  Object.defineProperty(ShiftedDate, 'prototype', { value: RealDate.prototype })
  Object.defineProperty(ShiftedDate, 'now', { value: now, writable: true, configurable: true })
  Object.defineProperty(RealDate.prototype, 'constructor', { value: ShiftedDate, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'Date', { value: ShiftedDate, writable: true, configurable: true })
}
