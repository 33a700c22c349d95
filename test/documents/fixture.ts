import { documentNoticeInForce } from '../../functions/consent/document-notice.ts'
import type { Reading, Recognition } from '../../functions/documents/recogniser.ts'
import { readersOutside } from '../../functions/documents/settings.ts'
import { world as materialWorld } from '../material/world.ts'

/** What stands on the front that is read here unless a test says otherwise. */
const READ: Recognition = {
  kind: 'read',
  card: { side: 'front', idNumber: '110101188001010011', name: '林知夏', sex: 'male', birth: '18800101' },
}

/** Materials, and a reader of cards that says what it is told to; outside where the settings name one who is. */
export const documentWorld = (overrides: Record<string, unknown> = {}) => {
  const says: { next: Recognition } = { next: READ }
  const seen: Reading[] = []
  const at = materialWorld(overrides)
  const [recipient] = readersOutside(at.settings)
  const recogniser = {
    ...(recipient !== undefined && { recipient }),
    read: async (reading: Reading): Promise<Recognition> => {
      seen.push(reading)
      return says.next
    },
  }
  const notice = async () => documentNoticeInForce(at.settings, readersOutside(at.settings))
  return { ...at, pictures: at.vault, sees: says, seen, recogniser, notice }
}
