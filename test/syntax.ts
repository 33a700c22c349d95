import { parseSync } from '@swc/core'

/** A node of a syntax tree. */
export type Node = { type: string; [member: string]: unknown }

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Every node of a syntax tree, or of a part of one. */
export function* nodesIn(tree: unknown): Generator<Node> {
  if (isNode(tree)) yield tree
  if (typeof tree === 'object' && tree !== null) for (const part of Object.values(tree)) yield* nodesIn(part)
}

/** Every node of a source text. */
export const nodesOf = (text: string): Node[] => [
  ...nodesIn(parseSync(text, { syntax: 'typescript', target: 'es2022' }).body),
]
