import { describe, expect, it } from 'vitest'
import { messageDocument } from '../../../functions/messaging/reading/message-document.ts'
import { messagingSettings } from '../../../functions/messaging/settings.ts'

const LONGEST = 100_000

const lengthOf = (template: 'html' | 'markdown' | 'txt' | 'json', content: string): number =>
  messageDocument({ template, content }, { theme: 'light', size: 'normal', pictures: 'shown' }).text.length

const filled = (piece: string): string => piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST)

/** Pieces that, over and over, make readers of HTML or Markdown go back, or deeper. */
const pieces = [
  ...[
    '<div>',
    '<b>',
    '<b></x>',
    '<i a=1>',
    '<',
    '</',
    '<a ',
    '<a x="',
    '<a href=https://x.example>',
    '<!--',
    '&',
    '&#',
    '<p>',
    '<li>',
  ],
  ...[
    '<svg>',
    '<svg></desc>',
    '<math><mi>',
    '<script>',
    '<form>',
    '<td>',
    '<p x = ',
    '"',
    '<x:y>',
    '<a b c d e ',
    '</p>',
    '<br>',
    '\0',
  ],
  ...[
    '[',
    '![',
    '![a](',
    '[a](',
    '[a',
    '*',
    '**',
    '*a',
    '**a',
    '_',
    '_a',
    'a_',
    'a**b',
    '_*a',
    '*_',
    '**_',
    '***a** ',
    '*a **a ',
  ],
  ...[
    '`',
    '`a',
    '``a ',
    '~',
    '~~',
    '~a',
    '|',
    '|-',
    '|a|\n|-|\n',
    'a|b\n-|-\n',
    '> ',
    '>',
    '>\n',
    '- ',
    '-\n',
    '- a\n',
    '  - a\n',
    '1. ',
  ],
  ...[
    'a\n\n',
    '# ',
    '```\n',
    '~~~\n',
    '    a\n',
    'https://',
    'https://x.example/',
    'mailto:a@',
    '://',
    'a@b.',
    '<a@b',
    '<!A',
    '<![CDATA[',
  ],
  ...[
    '\\',
    '\\\n',
    '  \n',
    '\n',
    '\t',
    '[a]: b\n',
    '[a]:\n',
    '[a]: b "',
    '[[a]',
    '[a][',
    '](',
    '[a](<',
    '(',
    'a\n=',
    '中*',
    '*。',
    '**“中”',
    '{"',
  ],
]

describe('a message as long as any may be', () => {
  it('is that long', () => {
    expect(messagingSettings.sending.contentLengthMember.byDefault).toBe(LONGEST)
  })

  it('becomes a document that is not many times its size, whatever it repeats', () => {
    for (const piece of pieces)
      for (const template of ['html', 'markdown', 'txt', 'json'] as const)
        expect(lengthOf(template, filled(piece)), `${template} ${piece}`).toBeLessThan(30 * LONGEST)
  })

  it('does so where each line is read together with others', () => {
    const lines = (line: (at: number) => string): string => Array.from({ length: 400 }, (_, at) => line(at)).join('\n')
    const columns = 20_000
    for (const content of [
      `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${'a\n'.repeat(columns)}`,
      lines((at) => `${'  '.repeat(at)}- a`),
      lines((at) => `${'>'.repeat(at)}a`),
      lines((at) => '`'.repeat(at)),
      lines((at) => `[a${at}]: b\n[x][a${at}]`),
      `${'['.repeat(LONGEST / 2)}${']'.repeat(LONGEST / 2)}`,
      `${'*a '.repeat(LONGEST / 6)}${'a* '.repeat(LONGEST / 6)}`,
      `${'<b>'.repeat(LONGEST / 8)}${'</i>'.repeat(LONGEST / 8)}`,
      `<p>${Array.from({ length: 5000 }, (_, at) => `<b x=${at}>`).join('')}${'<p>x'.repeat(9000)}`,
      `<a ${Array.from({ length: 15_000 }, (_, at) => `a${at}`).join(' ')}>`,
    ])
      expect(lengthOf('markdown', content), content.slice(0, 40)).toBeLessThan(30 * LONGEST)
  })
})
