import type { Operator } from '../../../functions/audit/deed.ts'

/** Who works with refunds and complaints: three persons, and two machines, one of which goes by the name of a person; and an admin, who changes who may. */
export const clerks = {
  lin: { operatorId: 'lin', isPerson: true },
  wang: { operatorId: 'wang', isPerson: true },
  zhao: { operatorId: 'zhao', isPerson: true },
  backend: { operatorId: 'backend' },
  linsKey: { operatorId: 'lin' },
  chen: { operatorId: 'chen', isPerson: true },
} as const satisfies Record<string, Operator>
