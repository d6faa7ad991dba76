import { css } from 'lit';

/** How the picture of a badge is coloured: metal while its title stands, one ink otherwise and on paper. */
export const art = css`
  .htsd {
    --art-ground: var(--htsd-badge-ground, #0b4a3b);
    --art-gold: var(--htsd-gold, #e6bd55);
    --art-field: #fffaf0;
    --art-figure: #0a4f3e;
    --art-light: #b0770d;
  }
  .art {
    flex: none;
    display: block;
    width: var(--htsd-badge-size, 160px);
    max-width: 100%;
    height: auto;
    aspect-ratio: 1;
    overflow: visible;
  }
  .art path {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .art .fill-ground {
    fill: var(--art-ground);
  }
  .art .fill-gold {
    fill: var(--art-gold);
  }
  .art .fill-field {
    fill: var(--art-field);
  }
  .art .fill-figure {
    fill: var(--art-figure);
  }
  .art .fill-light {
    fill: var(--art-light);
  }
  .art .line-gold {
    stroke: var(--art-gold);
  }
  .art .line-field {
    stroke: var(--art-field);
  }
  .art .line-figure {
    stroke: var(--art-figure);
  }
  .art .line-light {
    stroke: var(--art-light);
  }
  /* Gold is for a title that stands: one that does not keeps its drawing in one ink. */
  .art.expired,
  .art.revoked {
    --art-ground: var(--surface-soft);
    --art-gold: var(--line-strong);
    --art-field: var(--surface);
    --art-figure: var(--ink-muted);
    --art-light: var(--ink-muted);
  }
  .art.expired .fill-ground,
  .art.revoked .fill-ground {
    stroke: var(--line-strong);
    stroke-width: 2;
  }
  @media (forced-colors: active) {
    .art,
    .art.expired,
    .art.revoked {
      --art-ground: Canvas;
      --art-gold: CanvasText;
      --art-field: Canvas;
      --art-figure: CanvasText;
      --art-light: CanvasText;
      forced-color-adjust: none;
    }
    .art .fill-ground.fill-ground {
      stroke: CanvasText;
      stroke-width: 3;
    }
  }
  /* One ink on white paper. */
  @media print {
    .art,
    .art.expired,
    .art.revoked {
      --art-ground: #fff;
      --art-gold: #000;
      --art-field: #fff;
      --art-figure: #000;
      --art-light: #000;
      print-color-adjust: exact;
    }
    .art .fill-ground.fill-ground {
      stroke: #000;
      stroke-width: 3;
    }
  }
`;
