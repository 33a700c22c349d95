import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** True when the deployment asks for no tester key, or the caller sent it in `x-shiming-tester`. */
export const isTester = (headers: Record<string, string | undefined>, testerKey: string | undefined): boolean =>
  testerKey === undefined || timingSafeEqual(digest(headers['x-shiming-tester'] ?? ''), digest(testerKey))
