import { parseSync } from '@swc/core'

/** A node of a syntax tree, of which only the type is known. */
export type Node = { readonly type: string; readonly span: { start: number; end: number } } & Record<string, unknown>

/** Whether something in a tree is a node; what a tree is made of besides has no type. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'span' in value

/** Types are gone when code runs, and nothing may be changed in them. */
const isOfTypes = ({ type }: Node): boolean =>
  type === 'ImportDeclaration' || (type.startsWith('Ts') && !/^Ts(?:As|Satisfies|NonNull|Const)/.test(type))

/** Every node of a tree that is there when it runs, a node before what is in it. */
export function* nodesThatRun(tree: unknown): Generator<Node> {
  if (Array.isArray(tree)) for (const one of tree) yield* nodesThatRun(one)
  else if (typeof tree === 'object' && tree !== null) {
    if (isNode(tree)) {
      if (isOfTypes(tree)) return
      yield tree
    }
    for (const [name, part] of Object.entries(tree)) if (name !== 'span') yield* nodesThatRun(part)
  }
}

/** A text of TypeScript with its tree. Places are offsets of bytes, as the parser counts. */
export type Source = { bytes: Buffer; tree: unknown; textOf(node: Node): string }

/** The parser counts from one. */
export const startOf = ({ span }: Node): number => span.start - 1
export const endOf = ({ span }: Node): number => span.end - 1

export const sourceOf = (text: string): Source => {
  const bytes = Buffer.from(text)
  const tree = parseSync(text, { syntax: 'typescript', target: 'es2022' }).body
  return { bytes, tree, textOf: (node) => bytes.toString('utf8', startOf(node), endOf(node)) }
}
