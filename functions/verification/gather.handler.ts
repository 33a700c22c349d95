import { scheduled } from '../../shared/queue/scheduled.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { gatherPeople } from './submission/gather-people.ts'

const { alarm, note } = observer
const deps = { table: tableNamed('TABLE'), vault, clock, ids, alarm, note }

export const handler = scheduled(observer, {
  gather: async (round) => `moved_${await gatherPeople({ ...deps, ...round })}`,
})
