import { answering } from '../shared/http/callers.ts'
import { keptSecret } from '../shared/runtime/secret.ts'
import { platformKeysIn } from './account/api-keys/platform-secret.ts'
import { byUser } from './account/sessions/user-guards.ts'
import { channelDeps } from './order-channels.ts'

/** Binds the route of an operation that asks the channels about one order of a user, and lets its user in. */
export const onOwnOrder = answering(byUser(channelDeps, keptSecret('SECRET_PLATFORM', platformKeysIn)))
