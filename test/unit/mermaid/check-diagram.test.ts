import { describe, expect, test } from 'vitest';
import { checkDiagram } from '../../../src/mermaid/check-diagram.js';

describe('a diagram', () => {
  test.each([
    'flowchart LR\n  A[Drop image] --> B{Fits?}\n  B -- yes --> C\n  C <--> D\n  D <-.-> E',
    'sequenceDiagram\n  App->>Proxy: question\n  Note over App: two<br/>lines',
    'classDiagram\n  Animal <|-- Duck\n  Animal : +int age',
    'stateDiagram-v2\n  [*] --> Ready\n  Ready --> [*]',
    'erDiagram\n  CUSTOMER ||--o{ ORDER : places',
    'pie title Tokens\n  "text" : 30\n  "images" : 70',
    'gantt\n  title Plan\n  section A\n  Task :a1, 2026-01-01, 30d',
    'flowchart LR\n  A --> B\n  style A fill:#f9f,stroke:#333\n  classDef big font-size:20px',
  ])('that only draws is drawn: %s', (source) => {
    expect(checkDiagram(source)).toBeUndefined();
  });

  test.each([
    'flowchart LR\n  A@{ img: "https://canary.invalid/x.png" }',
    'flowchart LR\n  A@{ icon: "fa:user" }',
    'flowchart LR\n  A --> B\n  style A fill:url(https://canary.invalid/x)',
    'flowchart LR\n  A --> B\n  style A fill:URL (https://canary.invalid/x)',
    String.raw`flowchart LR
  A --> B
  style A fill:\75rl(https://canary.invalid/x)`,
    '%%{init: {"themeCSS": "@import url(https://canary.invalid/s)"}}%%\nflowchart LR\n  A',
    '---\nconfig:\n  securityLevel: loose\n---\nflowchart LR\n  A',
    'flowchart LR\n  A["<img src=https://canary.invalid/x>"]',
    'flowchart LR\n  A["<script>alert(1)</script>"]',
    'flowchart LR\n  A["&#60;img src=x&#62;"]',
    'flowchart LR\n  A\n  click A "javascript:alert(1)"',
    'flowchart LR\n  A\n  click A callback',
    'flowchart LR\n  A["$$x^2$$"]',
  ])('that could load or run something is not: %s', (source) => {
    expect(checkDiagram(source)).toBe('unsafe');
  });

  test('that is too long is not drawn', () => {
    expect(checkDiagram(`flowchart LR\n${'  A --> B\n'.repeat(3000)}`)).toBe('too-large');
  });
});
