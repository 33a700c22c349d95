import { at } from './cast.ts'
import type { Fields } from './field.ts'

/** The level of an account, explained. */
export const levelFields: Fields = {
  'GetLevelAnswer.level': ['How much is proven: 0 none, 1 basic, 2 documented, 3 strong, 4 full.', 1],
  'GetLevelAnswer.evidence': ['What is proven and by which source, also what has ended since.'],
  'GetLevelAnswer.ladder': ['The levels from 1 to 4, and what leads to those that are not held.'],
  'ladder.level': ['Which level.', 2],
  'ladder.levelName': ['Its name.', 'documented'],
  'ladder.held': ['Whether it is held now.', false],
  'ladder.ways': ['What leads to it, one of these; those that can be gone here first. Empty where it is held.'],
  'ways.open': ['Whether every step of it can be taken here.', true],
  'ways.steps': ['What has to be proven for it, all of these.'],
  'steps.source': [
    'What is proven from which source: `police` is a live face, `review` a person who looks at papers.',
    'review',
  ],
  'steps.page': ['The page on which that is done; null where this deployment does not offer it.', '/papers'],
  'steps.personPage': [
    'The page on which a person looks at what shows the same, for whom it cannot be asked online; null where there is none besides.',
    null,
  ],
  'GetLevelAnswer.nextEnd': ['The evidence that ends next; null where none does.'],
  'nextEnd.kind': ['Which.', 'face'],
  'nextEnd.at': ['When.', at.nextMonth],
  'nextEnd.levelThen': ['The level that is left then, if nothing is proven anew.', 2],
  'GetLevelAnswer.lowered': ['The last time the level fell for something that is not mended yet; null otherwise.'],
  'lowered.at': ['When.', at.decided],
  'lowered.from': ['The level before.', 3],
  'lowered.to': ['The level after.', 2],
  'lowered.because': [
    'Why. `expired`: the time of something that was proven was over. `number_recycled`: the carrier gave the number to somebody else. `cleared`: the account is nobody any more.',
    'expired',
  ],
  'lowered.kind': ['What ended; null where the account was cleared.', 'face'],
  'lowered.page': ['The page on which that is mended; null where this deployment does not offer it.', '/face'],
  'GetLevelAnswer.features': ['What the levels are good for.'],
  'features.feature': ['Which feature.', 'send_message'],
  'features.neededLevel': ['The level that it needs.', 1],
  'features.maximumAgeMs': ['How old the evidence for it may be, in ms; null for any age that counts.', null],
  'features.enough': ['Whether what is proven is enough for it.', true],
  'features.allowed': [
    'Whether the account may use it now: before the enforcement date also where it is not enough; a banned account never.',
    true,
  ],
  'features.code': ['Why not; null where it may.', null],
  'features.shortfall': ['Why the level is too low; null where that is not why.', null],
  'features.until': ['When it is enough no more, if nothing is proven anew; null where nothing of it ends.', null],
  helpPage: ['Where a person helps whoever cannot go any of the ways.', '/cases?about=level'],
}
