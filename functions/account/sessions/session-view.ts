import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Session } from './session.ts'

/** A session as the API shows it. */
export const sessionView = ({
  isCurrent,
  createdAt,
  expiresAt,
  device,
  ...session
}: Session & { isCurrent: boolean }) => ({
  ...session,
  device: device ?? null,
  current: isCurrent,
  createdAt: rfc3339(createdAt),
  expiresAt: rfc3339(expiresAt),
})
