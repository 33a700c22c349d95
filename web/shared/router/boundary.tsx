import { Component, type ReactNode } from 'react'

type BoundaryProps = { failed: ReactNode; children: ReactNode }

/** A fault of ours must not leave a white page: `failed` is drawn in its place. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? this.props.failed : this.props.children
  }
}
