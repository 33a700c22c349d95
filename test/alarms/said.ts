import { filesLike, textOf } from '../docs/repository.ts'
import { isNode, type Node, nodesIn, nodesOf } from '../syntax.ts'

type Source = { file: string; nodes: readonly Node[] }

const sourcesLike = (pattern: string): Source[] =>
  filesLike(pattern).map((file) => ({ file, nodes: nodesOf(textOf(file)) }))

/** An expression as it is written, as far as events and what tells them are written so. */
const written = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (node.type === 'MemberExpression') return `${written(node.object)}.${written(node.property)}`
  if (node.type !== 'TemplateLiteral') return String(node.value)
  const [quasis = [], expressions = []] = [node.quasis, node.expressions].map((all) => (Array.isArray(all) ? all : []))
  return quasis.map(({ raw }, at) => `${raw}${at in expressions ? `{${written(expressions[at])}}` : ''}`).join('')
}

/** What hands an event on to `alarm` or `note`, and which of its arguments that is. */
const handingOn = new Map([
  ['alarm', 0],
  ['note', 0],
  ['ring', 1],
  ['ringOnce', 2],
])
const RECONCILIATION = 'functions/bookkeeping/reconciliation/'

/** One telling in a source: the event where it stands there, else the expression for it. */
export type Said = { file: string; by: string; says: string; event: string | undefined }

const saidIn = ({ file, nodes }: Source): Said[] =>
  nodes.flatMap((node): Said[] => {
    if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return []
    const by = written(node.callee).split('.').at(-1) ?? ''
    const at = by === 'ring' && file.startsWith(RECONCILIATION) ? 2 : handingOn.get(by)
    const argument: unknown = at === undefined ? undefined : node.arguments[at]?.expression
    if (!isNode(argument)) return []
    const says = written(argument)
    return [{ file, by, says, event: argument.type === 'StringLiteral' ? says : undefined }]
  })

/** Everything that functions tell people by `alarm` or `note`; the stand-ins tell nobody anything. */
export const everythingSaid = (): Said[] =>
  sourcesLike('{functions,shared}/**/*.ts')
    .filter(({ file }) => !file.startsWith('functions/sandbox/'))
    .flatMap(saidIn)

export const names = ['alarm', 'note'] as const

/** What stands for `alarm` or `note` in an entry, as `observer.alarm`. */
export type HandedOn = { fn: string; name: (typeof names)[number]; is: string }

const handedOnIn = ({ file, nodes }: Source): HandedOn[] => {
  const fn = file.replace(/^functions\/(.+)\.handler\.ts$/, '$1').replaceAll('/', '-')
  const handed = (to: unknown, is: string): HandedOn[] =>
    names.filter((name) => name === written(to)).map((name) => ({ fn, name, is }))
  return nodes.flatMap((node) => {
    if (node.type === 'KeyValueProperty') return handed(node.key, written(node.value))
    if (node.type !== 'VariableDeclarator' || !isNode(node.id)) return []
    const from = written(node.init)
    if (node.id.type !== 'ObjectPattern') return handed(node.id, from)
    return [...nodesIn(node.id.properties)].flatMap((part) => {
      if (part.type === 'AssignmentPatternProperty') return handed(part.key, `${from}.${written(part.key)}`)
      return part.type === 'KeyValuePatternProperty' ? handed(part.value, `${from}.${written(part.key)}`) : []
    })
  })
}

/** What every entry hands on as `alarm` and as `note`. */
export const everythingHandedOn = (): HandedOn[] => sourcesLike('functions/**/*.handler.ts').flatMap(handedOnIn)
