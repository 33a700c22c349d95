import { formsRead } from './variant-forms.ts'

/** Letters of other alphabets, in small letters, that look like Latin ones; each row is a letter and those that look like it. */
const LATIN = [
  ...['aаαɑ', 'bьвβßƅ', 'cсςᴄ', 'dԁɗ', 'eеєεҽ', 'fƒϝ', 'gɡցğ', 'hһнհ', 'jјϳ', 'kкκ', 'mмᴍ', 'nոпηᴎ'],
  ...['oоοσөօ', 'pрρ', 'qԛգ', 'rгᴦ', 'sѕꜱ', 'tтτ', 'uυսμцᴜ', 'vνѵᴠ', 'wԝшωᴡ', 'xхχ×', 'yуγүʏ', 'zᴢʐ'],
] as const

/** I, l and 1 are one stroke in many fonts, and O and 0 one ring. */
const STROKES = ['li1|ıіιӏǀ', 'o0〇'] as const

/** Chinese characters that are taken for each other at a glance: each row is one of them and those that pass for it. Other forms of one character are in
 * `variant-forms.ts`. */
const HAN = [
  ...[
    '己已巳',
    '未末',
    '土士',
    '日曰',
    '人入',
    '千干',
    '天夭',
    '戊戌戍戎',
    '毋母',
    '侯候',
    '免兔',
    '刺剌',
    '汩汨',
    '祗祇袛',
  ],
  ...[
    '茶荼',
    '薄簿',
    '晴睛',
    '冶治',
    '拆折',
    '洗冼',
    '毫亳',
    '微徽徵㣲',
    '腾縢',
    '讯汛',
    '百佰',
    '度渡',
    '支攴',
    '付附',
  ],
  ...['淘陶', '抖枓', '音咅', '行荇', '校挍', '闲閒', '信㐰訫伩', '托託侂', '携擕'],
] as const

/** Each character that passes for another → that other. Whatever it leads to leads nowhere further. */
export const passesFor: ReadonlyMap<string, string> = new Map([
  ...formsRead,
  ...[...LATIN, ...STROKES, ...HAN].flatMap((row) => {
    const [first = '', ...others] = row
    return others.map((other) => [other, first] as const)
  }),
])

/** Two letters that look like one when they stand side by side. */
export const passTogether: ReadonlyMap<string, string> = new Map([
  ['rn', 'm'],
  ['vv', 'w'],
])

/** Digits that stand for a letter in a word that everybody knows; between two names they are a difference. */
export const digitsPassFor: ReadonlyMap<string, string> = new Map([
  ['2', 'z'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['6', 'g'],
  ['7', 't'],
  ['8', 'b'],
  ['9', 'g'],
])
