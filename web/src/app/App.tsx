import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { RouterProvider } from 'react-router/dom';
import { client } from './apollo';
import { Languages } from './intl';
import { router } from './router';
import { cssVariables, theme } from './theme';

// The key is read by the script in index.html too, before the first paint.
const colourSchemes = localStorageColorSchemeManager({ key: 'taskgrid-colour-scheme' });

export function App() {
  return (
    <Languages>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colourSchemes}
        defaultColorScheme="auto"
      >
        <ApolloProvider client={client}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </MantineProvider>
    </Languages>
  );
}
