import type { Level } from './level.ts'

/** How levels are spoken of. */
const names: Record<Level, { zh: string; en: string }> = {
  0: { zh: '无', en: 'none' },
  1: { zh: '基本', en: 'basic' },
  2: { zh: '有证件', en: 'documented' },
  3: { zh: '高', en: 'strong' },
  4: { zh: '完整', en: 'full' },
}

/** A level in a sentence. */
export const levelNamed = (level: Level): { zh: string; en: string } => ({
  zh: `${level} 级（${names[level].zh}）`,
  en: `${level} (${names[level].en})`,
})

/** Where people see their level, what counts for it and what would raise it. */
export const levelPage = (publicUrl: string): string => `${publicUrl}/level`
