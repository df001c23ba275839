import { Component, type ReactNode } from 'react'

type Props = { readonly children: ReactNode; readonly words: string; readonly retry: string }

/** Keeps a fault of one section from taking the others along. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="notice" role="alert">
        <p>{this.props.words}</p>
        <button type="button" className="button-quiet" onClick={() => this.setState({ failed: false })}>
          {this.props.retry}
        </button>
      </div>
    )
  }
}
