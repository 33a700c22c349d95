import { scheduled } from '../../shared/queue/scheduled.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { objectsNamed } from '../../shared/runtime/objects.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { signer } from '../../shared/runtime/signer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signRoots } from './roots/sign-roots.ts'

const deps = { table: tableNamed('TABLE'), objects: objectsNamed('AUDIT_ROOTS'), signer, clock, alarm: observer.alarm }

export const handler = scheduled(observer, {
  roots: async ({ remainingMs }) => `made_${await signRoots({ ...deps, remainingMs })}`,
})
