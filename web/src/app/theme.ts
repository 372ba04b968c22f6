import {
  Button,
  Checkbox,
  InputWrapper,
  Menu,
  Modal,
  Radio,
  Tooltip,
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

// Shades 6 (light) and 3 (dark) are the accents of the tokens; the rest leads from one to the other.
const accent: MantineColorsTuple = [
  '#e9edfa',
  '#d3dcfb',
  '#b6c6ff',
  '#9db2ff',
  '#7b93ee',
  '#5270d6',
  '#2a4bb8',
  '#223e9c',
  '#1b3380',
  '#101a3d',
];

// Mantine draws surfaces, lines and grey text from these two.
const gray: MantineColorsTuple = [
  '#f7f5f1',
  '#f4f1ec',
  '#ece7df',
  '#e4dfd6',
  '#cdc6ba',
  '#a8a095',
  '#8a8276',
  '#6e675d',
  '#57514a',
  '#1e1b17',
];
const dark: MantineColorsTuple = [
  '#f0f1f2',
  '#d5d9dc',
  '#b9bfc6',
  '#98a0a8',
  '#30363c',
  '#24292e',
  '#1c2024',
  '#1c2024',
  '#15181b',
  '#101619',
];

export const theme = createTheme({
  black: '#1e1b17',
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '650' },
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '19px', xl: '28px' },
  lineHeights: { xs: '17px', sm: '20px', md: '20px', lg: '25px', xl: '34px' },
  radius: { xs: '5px', sm: '8px', md: '10px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  breakpoints: { xs: '30em', sm: '43.75em', md: '55em', lg: '68.75em', xl: '90em' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  // Mantine computes text on a filled accent from its luminance; the tokens name the colour instead.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const isAccent = !input.color || input.color === 'accent';
    const isQuiet = input.variant === 'subtle' && (isAccent || input.color === 'gray');
    if (isAccent && input.variant === 'filled') {
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      };
    }
    if (isQuiet) {
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: 'var(--text-2)',
        border: '1px solid transparent',
      };
    }
    if (isAccent && input.variant === 'light') {
      return { background: 'var(--accent-soft)', hover: 'var(--accent-soft)', color: 'var(--accent)', border: 'none' };
    }
    return colours;
  },
  components: {
    Button: Button.extend({
      vars: (_theme, { size }) => ({ root: size === 'xs' ? { '--button-height': '32px', '--button-fz': '13px' } : {} }),
      // With lines as high as their letters small words stand a pixel above the middle.
      styles: { root: { '--button-height': '40px', fontWeight: 550 }, label: { lineHeight: '18px' } },
    }),
    // The default 20 px is under the 24 px a target needs.
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'md', radius: 'xs', iconColor: 'var(--on-accent)' },
      styles: { label: { fontSize: 14 } },
    }),
    Radio: Radio.extend({
      defaultProps: { size: 'md', iconColor: 'var(--on-accent)' },
      styles: { label: { fontSize: 14 } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } } }),
    Modal: Modal.extend({
      // Its head is a `header` element, which outside of main would be a second banner of the page.
      defaultProps: {
        radius: 'xl',
        transitionProps: { duration: 200 },
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { font: '650 19px/25px var(--sans)' } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 120, transitionProps: { duration: 120 } } }),
    InputWrapper: InputWrapper.extend({ styles: { label: { fontWeight: 550, fontSize: 13, marginBottom: 4 } } }),
  },
});

const both = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-shadow-md': 'var(--shadow)',
};

/** Hands the tokens to Mantine's own variables: its parts then follow light and dark by themselves. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: both, dark: both });
