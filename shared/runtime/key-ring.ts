import { keyRing as ringOver } from '../vault/key-ring.ts'
import { versionedKeysIn } from '../vault/key-ring-secret.ts'
import { observer } from './observer.ts'
import { keptSecret } from './secret.ts'

/** The key ring of this deployment, read like every secret. */
export const keyRing = keptSecret('SECRET_KEY_RING', (json) => ringOver(versionedKeysIn(json), observer.alarm))
