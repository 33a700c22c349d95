import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

export const materialKeys = {
  /** A picture that somebody uploads: whose it is, how far it is, and how its file is sealed. Read by whoever works on it, by its id. */
  material: (id: string) => keyAt(`MATERIAL#${id}`, 'MATERIAL'),
}

export const materialWork = work('material', 'MATERIAL#', materialKeys.material('').sk)
